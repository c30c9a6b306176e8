export { default as disburse } from "./Screen.svelte";
