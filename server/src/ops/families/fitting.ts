import type { Dim, Truth } from "../../core/dim";
import { empty, type Message, say, setting } from "../../core/message";
import type { AtArg } from "../../core/op";
import { nameOf } from "./spatial";
import { extent, fits, type Window } from "./window";

type MustFit = (constraint: "kernel-fits-input", holds: Truth, at: AtArg<"kernel_size">, message: Message) => void;

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
  if (holds !== "no") return must("kernel-fits-input", holds, { arg: "kernel_size" }, empty);
  const [most, border] = [mostFitting(side), borderFor(side)];
  const remedies = [
    ...(most > 0 ? [{ param: "kernel_size", value: most }] : []),
    ...(border === undefined ? [] : [{ param: "padding", value: border }]),
  ];
  must("kernel-fits-input", holds, { arg: "kernel_size", remedies }, tooLarge(side, most, border));
}

/** The widest kernel that stands on the image with its border. Only a size that is a number can be too small. */
function mostFitting({ size, window }: Side): number {
  return Math.floor(((size as number) + Number(window.pad) - 1) / window.dilation) + 1;
}

/** The border that makes room for the window, where the operator takes one. */
function borderFor({ size, window, widest = Number.POSITIVE_INFINITY }: Side): number | "same" | undefined {
  if (window.word) return window.stride === 1 ? "same" : undefined;
  const wider = Math.ceil((extent(window) - (size as number)) / 2);
  return wider <= widest ? wider : undefined;
}

function tooLarge({ axis, size, window, what }: Side, most: number, wider: number | "same" | undefined): Message {
  const side = size as number;
  const { kernel, dilation, pad } = window;
  const border = Number(pad) / 2;
  const reach = extent(window);
  const slid =
    dilation === 1
      ? say`a ${what} of ${kernel} px`
      : say`a ${what} of ${kernel} px, dilated to ${dilation}·(${kernel} − 1) + 1 = ${reach} px,`;
  const image = border ? say`${side} + 2·${border} = ${side + 2 * border} px` : say`${side} px`;
  const repair =
    wider === undefined
      ? empty
      : wider === "same"
        ? say`${setting("padding", wider)} keeps ${side} px`
        : say`${setting("padding", wider)} makes it ${side + 2 * wider} px`;
  const smaller = most > 0 ? say`${most} px is the most that fits` : empty;
  const help = [smaller, repair].filter((part) => part !== empty);
  const said = help.length > 1 ? say`: ${help[0]!}, or ${help[1]!}` : help[0] ? say`: ${help[0]}` : empty;
  return say`${slid} does not fit a ${nameOf(axis)} of ${image}${said}`;
}
