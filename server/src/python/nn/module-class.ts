import { classOf } from "../run/classes";

/** `torch.nn.Module`, which all others stand below. */
export const moduleClass = classOf("Module", []);
