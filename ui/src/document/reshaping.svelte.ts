import type { Dim, Id } from "../host";

/** A row that was named to give or take. */
export type Giver = { id: Id; label: string };
/** A group after which others are spread: its place, and by what its rows are told apart. */
export type Pattern = { dimension: Dim; key: string; label: string; by: Dim };

/** Gives the keyboard back to where it was. */
type Back = () => void;

/** What a dialog about several rows is asking. */
export type Asking =
  | { kind: "bulk"; rows: readonly Id[]; field: string | null; back: Back }
  | { kind: "split"; row: Id; back: Back }
  | { kind: "merge"; rows: readonly Id[]; back: Back }
  | { kind: "balance"; back: Back };

/** Acts on several rows: what is being asked about them, and what the reader has named last. */
export class Reshaping {
  asking = $state.raw<Asking | null>(null);
  giver = $state.raw<Giver | null>(null);
  pattern = $state.raw<Pattern | null>(null);

  /** Ends what is asked, and gives the keyboard back. */
  close(): void {
    const { asking } = this;
    this.asking = null;
    asking?.back();
  }

  /** Forgets what was named in a plan that was closed. */
  clear(): void {
    this.asking = null;
    this.giver = null;
    this.pattern = null;
  }
}
