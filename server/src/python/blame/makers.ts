import { outputsOf } from "../../core/analysis";
import { say } from "../../core/message";
import { changerOf, type Search } from "./drawn";

/** The layer that makes the channels. */
export const makerOf: Search = ({ inputs }, drawn) => {
  const maker = inputs[0] && changerOf(inputs[0], drawn);
  const channels = maker && outputsOf(drawn.stepAt(maker.id))?.[0]?.[1];
  return channels === undefined ? undefined : { span: maker!.opSpan, why: say`${maker!.label} makes the ${channels}` };
};
