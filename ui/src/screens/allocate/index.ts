export { default as allocate } from "./Screen.svelte";
