import globals from "globals";
import svelte from "eslint-plugin-svelte";
import ts from "typescript-eslint";
import svelte_config from "./svelte.config.js";

const MONEY =
  "Money never becomes a JavaScript number: pass the decimal string on, or format it with format/amount.ts.";

export default ts.config(
  { ignores: ["dist", "node_modules", "src/host/bindings.ts"] },
  ...ts.configs.strict,
  ...svelte.configs.recommended,
  {
    languageOptions: { globals: { ...globals.browser } },
    rules: {
      "no-restricted-globals": ["error", { name: "parseFloat", message: MONEY }],
      "no-restricted-properties": ["error", { property: "parseFloat", message: MONEY }],
      "no-restricted-syntax": [
        "error",
        { selector: "CallExpression[callee.name='Number']", message: MONEY },
        { selector: "UnaryExpression[operator='+']", message: MONEY },
        {
          selector: "SvelteAttribute[key.name='style']",
          message: "The content policy forbids style attributes: use a class, or the style: directive.",
        },
      ],
      eqeqeq: "error",
      "prefer-const": "off",
      "svelte/prefer-const": "error",
      "svelte/no-at-html-tags": "error",
      // Sets and maps of the window are replaced whole, never changed in place.
      "svelte/prefer-svelte-reactivity": "off",
    },
  },
  {
    files: ["**/*.svelte", "**/*.svelte.ts"],
    languageOptions: {
      parserOptions: { parser: ts.parser, extraFileExtensions: [".svelte"], svelteConfig: svelte_config },
    },
  },
  { files: ["*.ts", "*.js", "tests/**"], languageOptions: { globals: { ...globals.node } } },
);
