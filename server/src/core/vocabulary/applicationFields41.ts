import { flag, ignored, list, number, object, PROPERTY, required, text, type Field, type Fields } from './fields';
import { PERSISTENCE_41 } from './fields41';
import { table } from './table';

/** Fields of the groups and applications of Stratos 4.1; what is said of them in fields41.ts holds for them, too. */

const aliases = (description: string): Field =>
  list({ aliases: { type: 'text', isList: true, description: '`cartridge.` or `group.` and an alias.' } }, description);

/** DependencyBean.java:31-33. */
const DEPENDENCIES = object(
  {
    startupOrders: aliases('What is started after what.'),
    scalingDependents: aliases('What is scaled together.'),
    terminationBehaviour: text('`terminate-none`, `terminate-dependents` or `terminate-all`.'),
  },
  'How the members depend on each other.',
);

/** CartridgeGroupBean.java:33-36. A group within a group has the same fields. */
export const CARTRIDGE_GROUP_FIELDS: Fields = table({
  name: text('The name by which applications refer to it.'),
  uuid: ignored(text('Set by the server.')),
  tenantId: ignored(text('Set by the server.')),
  cartridges: { type: 'text', isList: true, description: 'Service types.' },
  groups: {
    type: 'object',
    isList: true,
    get fields() {
      return CARTRIDGE_GROUP_FIELDS;
    },
    description: 'Groups within it.',
  },
  dependencies: DEPENDENCIES,
});

/** ArtifactRepositoryBean.java. */
const ARTIFACT_REPOSITORY = {
  alias: text('The alias of a cartridge in the application.'),
  privateRepo: flag('Whether it asks for user and password.'),
  repoUrl: text('The repository of the artifacts.'),
  repoUsername: text('The user.'),
  repoPassword: text('The password.'),
};

/** ApplicationDomainMappingsBean.java, DomainMappingBean.java. */
export const DOMAIN_MAPPING_FIELDS: Fields = table({
  domainMappings: list(
    {
      cartridgeAlias: text('The alias of a cartridge in the application.'),
      domainName: text('The domain.'),
      contextPath: text('The path to which the domain leads.'),
    },
    'The domains.',
  ),
});

/** ApplicationSignUpBean.java. */
export const SIGN_UP_FIELDS: Fields = table({ artifactRepositories: list(ARTIFACT_REPOSITORY, 'A repository for each cartridge.') });

/** SubscribableInfo.java, ArtifactRepositoryBean.java; refused by DefaultApplicationParser.java:188. */
const SUBSCRIBABLE = object(
  {
    alias: text('The name of the cartridge within the application.'),
    autoscalingPolicy: required('The server refuses the application.', text('The id of an autoscaling policy.')),
    deploymentPolicy: text('The id of a deployment policy.'),
    minMembers: ignored(text('Of milestones.')),
    maxMembers: ignored(text('Of milestones.')),
    dependencyAliases: { type: 'text', isList: true, description: 'Aliases that it depends on.' },
    artifactRepository: object(ARTIFACT_REPOSITORY, 'The repository of the artifacts.'),
    property: list(PROPERTY, 'Properties of the subscription.'),
    persistence: PERSISTENCE_41,
  },
  'How the cartridge is run.',
);

/** CartridgeReferenceBean.java. */
const CARTRIDGES = list(
  {
    type: text('The service type.'),
    cartridgeMin: number('Members started at once and kept.'),
    cartridgeMax: number('Members at most.'),
    subscribableInfo: SUBSCRIBABLE,
  },
  'The cartridges.',
);

/** CartridgeGroupReferenceBean.java. A group within a group has the same fields. */
const APPLICATION_GROUP_FIELDS: Fields = table({
  name: text('The name of a cartridge group.'),
  uuid: ignored(text('Set by the server.')),
  tenantId: ignored(text('Set by the server.')),
  alias: text('The name of the group within the application.'),
  groupMinInstances: number('Instances started at once and kept.'),
  groupMaxInstances: number('Instances at most.'),
  isGroupScalingEnabled: ignored(flag('Of milestones.')),
  deploymentPolicy: text('The id of a deployment policy.'),
  cartridges: CARTRIDGES,
  groups: groupsOfApplication(),
  dependencies: DEPENDENCIES,
});

function groupsOfApplication(): Field {
  return {
    type: 'object',
    isList: true,
    get fields() {
      return APPLICATION_GROUP_FIELDS;
    },
    description: 'The groups.',
  };
}

/** ApplicationBean.java, ComponentBean.java; refused by StratosApiV41Utils.java:1557. */
export const APPLICATION_FIELDS: Fields = table({
  applicationId: text('The name of the application.'),
  uuid: ignored(text('Set by the server.')),
  tenantId: ignored(text('Set by the server.')),
  alias: required('The server refuses the application.', text('The alias of the application.')),
  name: text('Displayed.'),
  description: text('Displayed.'),
  multiTenant: flag('Whether tenants sign up for it.'),
  status: ignored(text('Set by the server.')),
  signUpsExist: ignored(flag('Set by the server.')),
  components: object({ cartridges: CARTRIDGES, groups: groupsOfApplication(), dependencies: DEPENDENCIES }, 'What it is made of.'),
  property: list(PROPERTY, 'Properties of the application.'),
});
