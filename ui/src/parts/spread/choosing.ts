/** One of several ways to do what was typed. */
export type Choice = {
  key: string;
  label: string;
  /** Whether it names something that is still to be named. */
  open?: boolean;
};

/** A question with a few answers, of which one holds. */
export type Question = {
  key: string;
  label: string;
  chosen: string;
  choices: readonly Choice[];
  choose: (key: string) => void;
};

/** Where a key leads among the answers of several questions: the digits count through all of them. */
export function led(
  key: string,
  questions: readonly Question[],
  at: number,
): { question: number; choice: number } | null {
  const here = questions[at];
  if (!here) return null;
  const now = here.choices.findIndex((choice) => choice.key === here.chosen);
  const turn = (by: number) => ({
    question: at,
    choice: (now + by + here.choices.length) % here.choices.length,
  });
  if (key === "ArrowDown") return turn(1);
  if (key === "ArrowUp") return turn(-1);
  if (key === "ArrowRight" || key === "ArrowLeft") {
    const to = at + (key === "ArrowRight" ? 1 : -1);
    const next = questions[to];
    if (!next) return { question: at, choice: now };
    return { question: to, choice: next.choices.findIndex((choice) => choice.key === next.chosen) };
  }
  return /^[1-9]$/.test(key) ? counted(Number.parseInt(key, 10) - 1, questions) : null;
}

/** The answer that a digit stands for. */
function counted(place: number, questions: readonly Question[]): { question: number; choice: number } | null {
  let left = place;
  for (const [question, { choices }] of questions.entries()) {
    if (left < choices.length) return { question, choice: left };
    left -= choices.length;
  }
  return null;
}

/** The digit of the first answer of each question, less one. */
export function firsts(questions: readonly Question[]): number[] {
  let next = 0;
  return questions.map(({ choices }) => {
    const first = next;
    next += choices.length;
    return first;
  });
}
