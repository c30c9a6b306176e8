export { default as sources } from "./Screen.svelte";
