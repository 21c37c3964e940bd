// What the bench measures: an app with one stack: `stack ID` of ours, with `everything` on or not, or `services COUNT`
// generated ones.
import { App } from "cdktf";
import { LearningAppStack } from "../../stacks/learning-app";
import { settingsOf } from "../../stacks/settings-file";
import { VoiceAgentStack } from "../../stacks/voice-agent";
import { GeneratedStack } from "./generated-stack";

const stacks = { "voice-agent": VoiceAgentStack, "learning-app": LearningAppStack };

const [kind, what = "", everything] = process.argv.slice(2);
const app = new App();
if (kind === "services") new GeneratedStack(app, "generated", Number(what));
else {
  const settings = everything === undefined ? {} : settingsOf(what, "settings/everything.json");
  new stacks[what as keyof typeof stacks](app, what, settings);
}
app.synth();
