import assert from 'node:assert/strict';
import { isMember, keyOf, membersOf, parseJsonTree, type Node } from '../../server/src/core/json/tree';

/** Fields that name something, or by which something is named. */
const REFERENCES = new Set(
  'type host id alias cartridgeType dataCartridgeType dataCartridgeAlias serviceName serviceGroup applicationId deploymentPolicy deploymentPolicyName autoscalePolicy autoscalingPolicy autoscalingPolicyName defaultAutoscalingPolicy defaultDeploymentPolicy provider'.split(
    ' ',
  ),
);
/** Properties whose value does. */
const REFERENCE_NAMES = /(SERVICE_TYPE|HOST_NAME|_HOST|S[A-Z]+_GROUP|DOMAIN|PROFILE|region)$/;

/** The words of roles, switches and termination behaviours. */
const CLOSED = /^(true|false|worker|manager|default|terminate-(none|dependents|all))$/i;
const CLOSED_NAMES = /(DEPLOYMENT|PRIMARY|CLUSTERING|COMMIT_ENABLED)$/;

/** What is applied unasked inserts what is missing and respells names, roles and switches: it leaves every other value as it stands. */
export function verifyValuesStay(before: string, after: string, told: string): void {
  compare(parseJsonTree(before)!, parseJsonTree(after)!, '', '');
  function compare(old: Node, now: Node, key: string, entry: string): void {
    if (old.type === 'object' && now.type === 'array') now = now.children![0]!;
    const isNothing = old.value === null || String(old.value ?? '').trim() === '';
    if (old.children) {
      if (old.children.length === 0) return;
      assert.equal(now.type, old.type, `${told}: ${key} is of another type`);
      const name = old.type === 'object' ? nameOf(now) : '';
      old.children.forEach((child, i) => {
        if (old.type === 'array') compare(child, now.children![i]!, key, entry);
        else if (isMember(child)) {
          const member = now.children![i]!;
          assert.ok(isMember(member), `${told}: ${keyOf(child)} has lost its value`);
          compare(child.children[1], member.children[1], keyOf(member), name);
        }
      });
      return;
    }
    if (old.value === now.value || isNothing || (key === 'name' && entry === now.value)) return;
    const change = `${told}: ${key} of ${entry} was ${JSON.stringify(old.value)} and is ${JSON.stringify(now.value)}`;
    assert.ok(!REFERENCES.has(key) && !(key === 'value' && REFERENCE_NAMES.test(entry)), change);
    assert.ok(CLOSED.test(String(now.value)) || (CLOSED_NAMES.test(entry) && String(old.value).trim() === now.value), change);
  }
}

/** The name of an entry of a property list; empty for anything else. */
function nameOf(object: Node): string {
  const property = membersOf(object).findLast(child => keyOf(child) === 'name');
  return String(property?.children[1].value ?? '');
}
