import { App, type AppConfig } from "cdktf";
import { FrontyardError } from "./modules";
import { LearningAppStack } from "./stacks/learning-app";
import { PipelineStack } from "./stacks/pipeline";
import { expectAllTaken, settingsOf } from "./stacks/settings-file";
import { StateBucketStack } from "./stacks/state-bucket";
import { VoiceAgentStack } from "./stacks/voice-agent";
import { printedLines } from "./traffic";

/** The app: one line a stack. Nothing is written before `synth()`. */
export function buildApp(config: AppConfig = {}): App {
  const app = new App(config);
  const day = Number(process.env.VOICE_AGENT_DAY || 13);
  new VoiceAgentStack(app, "voice-agent", { day, ...settingsOf("voice-agent") });
  new LearningAppStack(app, "learning-app", settingsOf("learning-app"));
  expectAllTaken();
  const stacks = app.node.children.map(({ node }) => node.id);
  const bucketName = process.env.STATE_BUCKET; // the bucket for states of all stacks: docs/state.md
  if (bucketName) new StateBucketStack(app, "state-bucket", { bucketName });
  const trusts = process.env.PIPELINE_TRUSTS; // who deploys them without stored keys: docs/pipelines.md
  if (trusts) new PipelineStack(app, "pipeline", { trusts, stacks });
  return app;
}

if (require.main === module) {
  try {
    buildApp().synth();
  } catch (error) {
    if (!(error instanceof FrontyardError)) throw error; // build/uncaught.cjs says where
    console.error(printedLines(error.message, false));
    process.exitCode = 1;
  }
}
