export { PipelineRoles, type PipelineRolesProps } from "./pipeline-roles";
export {
  githubActions,
  gitlabCi,
  type GitHubActionsProps,
  type GitLabCiProps,
  type PipelineTrust,
} from "./trust";
