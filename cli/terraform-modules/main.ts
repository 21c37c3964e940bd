// npm run terraform-modules: the constructs as Terraform modules.
import { terraformModulesCommand } from "./write-modules";

void terraformModulesCommand(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
