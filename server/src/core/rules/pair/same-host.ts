import type { CartridgeFacts } from '../../model/facts';
import { mustDiffer } from '../../links/comparison';
import type { LinkedFile } from '../../links/linkedFile';
import { WORKER_HOST_NAME } from '../../vocabulary/payloadParameters';
import { linkTo } from '../../links/crossFileContext';
import { setTo, type Derived, setInEach } from '../support/parameterFixes';
import { cartridgeRule } from '../engine/rule';
import { pairingOf } from '../../links/pairing';
import type { Dialect } from '../../model/artifact';
import type { Severity } from '../engine/report';

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

const otherHost = mustDiffer(facts => pairingOf(facts).hostOf(facts)?.toLowerCase());

/** What is known of the load balancer is known of 4.0. */
const SEVERITY: Readonly<Record<Dialect, Severity>> = { '4.0': 'error', '4.1': 'warning' };

export const sameHost = cartridgeRule({
  id: 'same-host',
  scope: 'workspace',
  dialects: ['4.0', '4.1'],
  severity: 'error',
  summary: 'A worker and its manager have the same host.',
  requires: 'A worker and its manager have different hosts.',
  why: 'The load balancer keeps one cluster per host name. Of two clusters with the same host, it never reaches one.',
  source: 'LoadBalancerContextUtil.java:391-395,414-426 (Private PaaS 4.0.0)',
  check(cartridge, report, context) {
    const { facts } = cartridge;
    const several = context.partnersWhere(otherHost);
    const others = several.first;
    const { host } = facts;
    if (others.length === 0 || !host) return;
    const waysApart = others.flatMap(end => apart(facts, host.text, end));
    const [first] = waysApart;
    report({
      at: { path: ['host'] },
      severity: SEVERITY[facts.dialect],
      message:
        `host "${host.text}" is also the host in ${context.namesOf(several)}. The load balancer reaches only one of the two. ` +
        (first?.isTold
          ? `Set the worker's host to "${first.value}" (${WORKER_HOST_NAME} of the manager).`
          : `Use another host for the ${first?.of ?? 'manager'}.`),
      related: others.map(end => linkTo(end, end.facts.host, `host of "${end.facts.type?.text}"`)),
      explains: ['worker-host-name-mismatch'],
      fixes: () => {
        const fixes = waysApart.flatMap(({ value, isTold, isCertain, end }) => {
          const derived: Derived = { value, from: isTold ? `${WORKER_HOST_NAME} of the manager` : '' };
          const ways = end ? setInEach(context, [end], 'host', one => one.host, derived) : [setTo('host', host, derived)];
          return ways.map(fix => ({ ...fix, preferred: isCertain && others.length === 1 }));
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
function apart(facts: CartridgeFacts, shared: string, end: LinkedFile): Apart[] {
  const ownRole = roleBeside(facts, end.facts);
  if (!ownRole) return [];
  const manager = ownRole === 'manager' ? facts : end.facts;
  const told = pairingOf(manager).workerHostOf(manager);
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
  const [own, others] = [one, other].map(facts => pairingOf(facts).roleOf(facts));
  if (own === others) return undefined;
  return own === 'manager' || others === 'worker' ? 'manager' : 'worker';
}
