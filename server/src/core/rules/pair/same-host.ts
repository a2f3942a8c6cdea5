import type { CartridgeFacts } from '../../model/facts';
import { mustDiffer } from '../../links/comparison';
import type { LinkedFile } from '../../links/lookup';
import { allOf, having } from '../../links/several';
import { roleOfType } from '../../vocabulary/configParameters';
import { WORKER_HOST_NAME } from '../../vocabulary/payloadParameters';
import { literal } from '../../model/scalar';
import { linkTo } from '../../links/crossFileContext';
import { setInOther, setTo, type Derived } from '../support/parameterFixes';
import { counterparts } from '../support/counterparts';
import { cartridgeRule } from '../engine/rule';

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

const hostOf = ({ host }: CartridgeFacts): string | undefined => literal(host)?.text.toLowerCase();
const otherHost = mustDiffer(hostOf);

/** In 4.1 the host of a single-tenant cluster is made of alias and application. */
const newerHostOf = (facts: CartridgeFacts): string | undefined => (facts.multiTenant === 'true' ? hostOf(facts) : undefined);

export const sameHost = cartridgeRule({
  id: 'same-host',
  scope: 'workspace',
  dialects: ['4.0', '4.1'],
  severity: 'error',
  summary: 'A worker and its manager have different hosts.',
  why: 'The load balancer keeps one cluster per host name: for a host that stands twice one of the two clusters is never reached.',
  source: 'LoadBalancerContextUtil.java:391-395,414-426 (Private PaaS 4.0.0)',
  check(cartridge, report, context) {
    const { facts } = cartridge;
    const is41 = facts.dialect === '4.1';
    const several = is41
      ? allOf(having(counterparts(cartridge, context), newerHostOf, newerHostOf(facts)))
      : context.partnersWhere(otherHost);
    const others = several.first;
    if (others.length === 0) return;
    const waysApart = others.flatMap(end => apart(facts, end));
    const [first] = waysApart;
    report({
      at: { path: ['host'] },
      severity: is41 ? 'warning' : 'error',
      message:
        `host "${facts.host!.text}" is also the host of ${context.namesOf(several)}, so the load balancer reaches only one of the two; ` +
        (first?.isTold
          ? `${WORKER_HOST_NAME} of the manager is "${first.value}", so give the worker that host again`
          : `give the ${first?.of ?? 'manager'} a host of its own`),
      related: others.map(end => linkTo(end, end.facts.host, `host of "${end.facts.type?.text}"`)),
      explains: ['worker-host-name-mismatch'],
      fixes: () => {
        const fixes = waysApart.map(({ value, isTold, isCertain, end }) => {
          const derived: Derived = { value, from: isTold ? `${WORKER_HOST_NAME} of the manager` : '' };
          const fix = end ? setInOther(context, end, 'host', end.facts.host!, derived) : setTo('host', facts.host!, derived);
          return { ...fix, preferred: isCertain && others.length === 1 };
        });
        return fixes.filter((fix, i) => fixes.findIndex(({ title }) => title === fix.title) === i);
      },
    });
  },
});

/** A way to give one of a pair another host. */
interface Apart {
  readonly of: 'worker' | 'manager';
  readonly value: string;
  /** The manager knows its worker by this host. */
  readonly isTold: boolean;
  /** It is the one right way. */
  readonly isCertain: boolean;
  /** The other file, if it is that which changes. */
  readonly end: LinkedFile | undefined;
}

/** What managers' hosts begin with in the product's own cartridges. */
const OF_MANAGER = /^mgt[.-]/i;

/** The ways, the likeliest first. What the manager knows its worker by tells which of the two took the host of the other. */
function apart(facts: CartridgeFacts, end: LinkedFile): Apart[] {
  const ownRole = roleBeside(facts, end.facts);
  if (!ownRole) return [];
  const shared = facts.host!.text;
  const told = workerHostOf(ownRole === 'manager' ? facts : end.facts);
  const give = (of: Apart['of'], value: string, isTold: boolean, isCertain: boolean): Apart[] =>
    value === '' ? [] : [{ of, value, isTold, isCertain, end: of === ownRole ? undefined : end }];
  const isTold = told !== undefined && !same(told, shared);
  const toWorker = isTold ? give('worker', told, true, true) : [];
  if (!OF_MANAGER.test(shared)) return [...toWorker, ...give('manager', `mgt.${shared}`, false, !isTold)];
  // This is a manager's host already.
  return told === undefined ? give('worker', shared.replace(OF_MANAGER, ''), false, false) : toWorker;
}

/** Which of a pair the first one is; `undefined` where both say the same. */
function roleBeside(one: CartridgeFacts, other: CartridgeFacts): 'worker' | 'manager' | undefined {
  const [own, others] = [one, other].map(facts => (facts.dialect === '4.1' ? roleOfType(facts.type!.text) : facts.role));
  if (own === others) return undefined;
  return own === 'manager' || others === 'worker' ? 'manager' : 'worker';
}

const workerHostOf = ({ dialect, workerHost }: CartridgeFacts): string | undefined =>
  dialect === '4.0' ? literal(workerHost)?.text : undefined;
