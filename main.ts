import { App, type AppConfig } from "cdktf";
import { FrontyardError } from "./modules";
import { LearningAppStack } from "./stacks/learning-app";
import { VoiceAgentStack } from "./stacks/voice-agent";

/** The app: one line a stack. Nothing is written before `synth()`. */
export function buildApp(config: AppConfig = {}): App {
  const app = new App(config);
  new VoiceAgentStack(app, "voice-agent", { day: Number(process.env.VOICE_AGENT_DAY || 13) });
  new LearningAppStack(app, "learning-app");
  return app;
}

if (require.main === module) {
  try {
    buildApp().synth();
  } catch (error) {
    if (!(error instanceof FrontyardError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
