// The same for what reads Python: how it runs, what it knows of torch, whom it blames and how it mends.
const fault = (file, right, wrong, what) => ({ file: `server/src/python/${file}.ts`, right, wrong, what });

const running = [
  fault("run/operators", "whole(a - Math.floor(a / b) * b)", "whole(a % b)", "a remainder with the sign of the first"),
  fault(
    "run/operators",
    'if (op === "%") return percentFormat',
    'if (op === "!") return percentFormat',
    "texts not put together by %",
  ),
  fault(
    "run/truth",
    "return value.items.length > 0 ? true : value.open ? undefined : false;",
    "return value.items.length > 0;",
    "a list that may have more taken for empty",
  ),
  fault(
    "run/compare",
    'if (isKind(left, "unknown") || isKind(right, "unknown")) return undefined;\n  return left === right;',
    "return left === right;",
    "what is unknown taken for something else than None",
  ),
  fault("run/compare", 'order < 0 : op === ">"', 'order <= 0 : op === ">"', "less taken for at most"),
  fault("run/branches", "raised.hidden = true;", "", "an error told of a branch that may not be taken"),
  fault(
    "run/branches",
    "machine.trace.unsure(from, flow === undefined);",
    "",
    "calls of a branch that may not be taken told as certain",
  ),
  fault(
    "run/branches",
    "if (going.length) machine.frames.at(-1)?.returned.push(...values);",
    "",
    "a result lost that one way returns early",
  ),
  fault(
    "run/loops",
    "if (isReturned(flow)) return flow;\n  }\n  return machine.execute(loop.otherwise, scope);",
    "}\n  return machine.execute(loop.otherwise, scope);",
    "a return that does not end its loop",
  ),
  fault("run/items", "items[at < 0 ? at + items.length : at]", "items[at]", "items that are not counted from the end"),
  fault(
    "run/functions",
    "else if (standard !== undefined) names.set(name, standard);",
    "",
    "arguments without their defaults",
  ),
  fault(
    "run/functions",
    "if (next < certain || (left.size && !given.open)) throw misfit(of, given);",
    "",
    "arguments that no parameter takes",
  ),
  fault(
    "run/functions",
    "return frame.returned.reduce(join, value);",
    "return value;",
    "a result forgotten that was returned before",
  ),
  fault("run/try", "!type || catches(type, fault.type)", "true", "an error caught by a handler for others"),
  fault(
    "run/attributes",
    "&& !machine.learns ? false : mode",
    "&& !machine.learns ? mode : mode",
    "a module under eval that learns",
  ),
  fault(
    "run/classes",
    'factory === undefined ? standard.attributes.get("default") : machine.invoke(factory, [])',
    'standard.attributes.get("default")',
    "fields that nobody makes",
  ),
  fault(
    "stdlib/argparse",
    'action === "store_false")!',
    'action !== "store_false")!',
    "flags of the command line the other way round",
  ),
];

const modules = [
  fault(
    "nn/containers",
    "self.class.order.includes(sequential) ? name",
    "true ? name",
    "a piece of a list of modules with its old names",
  ),
  fault("nn/parameters", "if (seen.has(value)) continue;", "", "shared weights counted twice"),
  fault("unregistered", "!registered.has(layer) && ", "", "layers that are registered said not to be"),
  fault(
    "unregistered",
    "trace.steps[id]?.outcome?.weights.length ? [layer] : []",
    "trace.steps[id] ? [layer] : []",
    "layers without weights to be registered",
  ),
];

const torch = [
  fault("torch/items", "if (used > shape.length) run.raise", "if (false) run.raise", "more positions than axes"),
  fault(
    "torch/items",
    "Math.min(size, Math.max(0, bound < 0 ? bound + size : bound))",
    "Math.max(0, bound < 0 ? bound + size : bound)",
    "a piece that is longer than its tensor",
  ),
  fault(
    "torch/items",
    "else if (isEllipsis(item)) axis += shape.length - used;",
    "else if (isEllipsis(item)) axis += 1;",
    "dots that stand for one axis",
  ),
  fault(
    "torch/gathering",
    "return k !== axis && isNumber(size)",
    "return isNumber(size)",
    "an index that may be no longer along its axis",
  ),
  fault(
    "torch/gathering",
    "(dim - 1) * stride[i]! + kernel[i]! - 2 * padding[i]!",
    "dim * stride[i]!",
    "an unpooling that ignores its windows",
  ),
  fault(
    "torch/losses",
    'if (compare(scores[0]!, targets[0]!) === "no") throw otherBatch(pair);',
    "",
    "a loss of other images than its targets",
  ),
  fault("torch/losses", 'compare(a, 1) === "no" && ', "", "a loss that compares one value with many refused"),
  fault(
    "torch/losses",
    'const reduction = given.named.get("reduction")?.value ?? "mean";',
    'const reduction = "mean";',
    "a loss of every pair taken for one number",
  ),
  fault(
    "torch/creation",
    "last === undefined ? [0, first] : [first, last]",
    "[0, first]",
    "a range that begins at 0 whatever is said",
  ),
  fault(
    "torch/reductions",
    'const dim = found.get("dim")?.value ?? -1;',
    'const dim = found.get("dim")?.value ?? 0;',
    "the largest of the first axis for those of the last",
  ),
  fault(
    "torch/reshaping",
    'filled("dim0", -2, at), filled("dim1", -1, at)',
    'filled("dim0", -1, at), filled("dim1", -1, at)',
    "a transposed matrix that stays as it is",
  ),
  fault(
    "torch/pieces",
    "const some = all.filter((one) => !isEmpty(one));",
    "const some = all;",
    "nothing at all joined as a tensor of its own",
  ),
  fault(
    "numbers/arithmetic",
    '[(a, b) => a - Math.floor(a / b) * b, "whole"]',
    '[(a, b) => a % b, "whole"]',
    "remainders of arrays with the sign of the first",
  ),
];

const inputs = [
  fault(
    "inputs/equations",
    'typeof size === "object" && isKnown(size) ? [{ size, stated, at }] : []',
    "[]",
    "images found by trying alone",
  ),
  fault(
    "inputs/run-idle",
    "if (found.run.exact.fault) faults?.push(found.run.exact.fault);",
    "",
    "failures of models that nobody runs kept silent",
  ),
  fault(
    "rows/convention",
    "isRepeated ? repeatsThird : isScaled ? scaledSecond",
    "isScaled ? scaledSecond",
    "blocks without their repetitions",
  ),
];

const blame = [
  fault(
    "blame/joins",
    'if (source?.row && way.every(({ op }) => op === "Identity"))',
    "if (false)",
    "a shortcut that is not blamed",
  ),
  fault(
    "blame/constructors",
    "if (!through.length) return found;",
    "return found;",
    "numbers blamed where they are used, not where they come from",
  ),
  fault(
    "fixes/modules",
    "const later = init.body.find(isSuperCall);",
    "const later = undefined as Stmt | undefined;",
    "a second super() beside the one that comes too late",
  ),
  fault(
    "fixes/flatten",
    "return own.length ? [fix(",
    "return own.length > 9 ? [fix(",
    "a view that is not kept apart by images",
  ),
  fault("fixes/words", 'indexOf("/")', 'lastIndexOf("/") + 1', "a division mended beside its sign"),
];

export const faultsOfPython = [...running, ...modules, ...torch, ...inputs, ...blame];
