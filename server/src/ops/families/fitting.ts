import type { Dim, Truth } from "../../core/dim";
import { empty, type Message, say, setting } from "../../core/message";
import { nameOf } from "./spatial";
import { extent, fits, type Window } from "./window";

type MustFit = (
  constraint: "kernel-fits-input",
  holds: Truth,
  at: { readonly arg: "kernel_size" },
  message: Message,
) => void;

interface Side {
  readonly axis: string;
  readonly size: Dim;
  readonly window: Window;
  /** What slides: a filter, or a window of pooling. */
  readonly what: Message;
  /** The widest border the operator takes. */
  readonly widest?: number;
}

/** At least one window must stand on the image. */
export function mustFit(side: Side, must: MustFit, holds = fits(side.size, side.window)): void {
  must("kernel-fits-input", holds, { arg: "kernel_size" }, holds === "no" ? tooLarge(side) : empty);
}

/** Only a size that is a number can be too small. */
function tooLarge({ axis, size, window, what, widest = Number.POSITIVE_INFINITY }: Side): Message {
  const side = size as number;
  const { kernel, dilation, stride, pad } = window;
  const border = Number(pad) / 2;
  const reach = extent(window);
  const slid =
    dilation === 1
      ? say`a ${what} of ${kernel} px`
      : say`a ${what} of ${kernel} px, dilated to ${dilation}·(${kernel} − 1) + 1 = ${reach} px,`;
  const image = border ? say`${side} + 2·${border} = ${side + 2 * border} px` : say`${side} px`;
  const most = Math.floor((side + 2 * border - 1) / dilation) + 1;
  const wider = Math.ceil((reach - side) / 2);
  const repair = window.word
    ? stride === 1
      ? say`${setting("padding", "same")} keeps ${side} px`
      : empty
    : wider <= widest
      ? say`${setting("padding", wider)} makes it ${side + 2 * wider} px`
      : empty;
  const smaller = most > 0 ? say`${most} px is the most that fits` : empty;
  const help = [smaller, repair].filter((part) => part !== empty);
  const said = help.length > 1 ? say`: ${help[0]!}, or ${help[1]!}` : help[0] ? say`: ${help[0]}` : empty;
  return say`${slid} does not fit a ${nameOf(axis)} of ${image}${said}`;
}
