export { default as outcomes } from "./Screen.svelte";
