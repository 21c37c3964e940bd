// npm run share: the constructs as Terraform modules.
import { shareCommand } from "./share";

void shareCommand(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
