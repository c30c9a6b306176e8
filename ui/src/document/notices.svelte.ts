/** What a notice offers to do about what happened. */
export type NoticeAct = { label: string; run: () => unknown };

/** Something that happened elsewhere: a file was written, a copy was taken in. */
export type Notice = { id: number; text: string; path: string | null; act: NoticeAct | null };

/** How long a notice stays when nobody points at it. */
const STAY_MS = 8000;

/** The notices at the bottom right, oldest first. */
export class Notices {
  list = $state.raw<Notice[]>([]);
  #last = 0;

  /** Shows a notice; one with a path offers to show the file in its folder, one with an act offers that. */
  say(text: string, path: string | null = null, act: NoticeAct | null = null): void {
    this.#last += 1;
    const id = this.#last;
    this.list = [...this.list, { id, text, path, act }];
    setTimeout(() => this.drop(id), STAY_MS);
  }

  drop(id: number): void {
    this.list = this.list.filter((notice) => notice.id !== id);
  }
}
