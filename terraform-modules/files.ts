import { build } from "./build";
import type { ModuleDefinition } from "./definitions/definition";
import { exampleText } from "./pages/examples";
import { readme, type Delivery } from "./pages/readme";
import { inputTests, shapeTests } from "./pages/tests";

/** What tells a folder that was made here from another. */
export const MADE_BY = "Made by Frontyard";

/** Every file of a module, by its path in the module's folder. */
export function filesOf(definition: ModuleDefinition, delivery: Delivery): Map<string, string> {
  const document = build(definition);
  const { examples, least, shapes } = definition;
  const comment = `${MADE_BY} ${delivery.version} from its constructs: change those, not this file.`;
  return new Map([
    ["main.tf.json", `${JSON.stringify({ "//": comment, ...document }, null, 2)}\n`],
    ["README.md", readme(definition, document, examples, delivery)],
    ...examples.map(
      (example) => [`examples/${example.name}/main.tf`, exampleText(definition, example)] as const,
    ),
    ["tests/inputs.tftest.hcl", inputTests(definition, least)],
    ["tests/shapes.tftest.hcl", shapeTests(shapes, least)],
  ]);
}
