export { default as booster } from "./Screen.svelte";
