/** Progress of making keys, in words and as a bar, with Stop. Stopping leaves nothing behind. */
import { need } from "../dom.ts";
import type { Progress } from "../keys/enrol.ts";
import { say } from "../say.ts";

export interface Running {
  readonly signal: AbortSignal;
  readonly progress: Progress;
  end(): void;
}

/** Shows templates/public/part-progress.html inside `root` and returns what the work needs; call `end` afterwards. */
export function makeProgress(root: HTMLElement): Running {
  const box = need(root, "[data-part=progress]");
  const bar = need<HTMLProgressElement>(box, "progress");
  const words = need(box, "[data-part=progress-words]");
  const stopper = new AbortController();
  const stop = (): void => stopper.abort(new DOMException("stopped", "AbortError"));
  const button = need(box, "[data-part=progress-stop]");
  button.addEventListener("click", stop);
  box.hidden = false;
  return {
    signal: stopper.signal,
    progress(step, share) {
      words.textContent = say(`login-step-${step}`);
      bar.value = Math.round(share * 100);
    },
    end() {
      button.removeEventListener("click", stop);
      box.hidden = true;
    },
  };
}

/** Whether the work ended because somebody pressed Stop. */
export function wasStopped(problem: unknown): boolean {
  return problem instanceof DOMException && problem.name === "AbortError";
}
