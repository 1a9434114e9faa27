// As faults-planted.mjs, in the lints and in what they stand on.
const fault = (file, right, wrong, what) => ({ file: `server/src/${file}`, right, wrong, what });

export const faultsOfRules = [
  fault(
    "rules/saturating-activation.ts",
    "wants: ({ spelling, outcome }) =>",
    "near: true,\n  wants: ({ spelling, outcome }) =>",
    "a lint that counts all layers, believed to see enough in a few",
  ),
  fault(
    "core/flow.ts",
    "isGiven || readers.length !== 1",
    "readers.length !== 1",
    "what the model gives out, read by one alone",
  ),
  fault("core/flow.ts", "readers.length !== 1", "readers.length < 1", "a lint that does not ask who else reads"),
  fault(
    "core/flow.ts",
    "inner.inputs.map(from), inner, false)",
    "inner.inputs.map(from), inner, true)",
    "what nobody can change, blamed",
  ),
  fault("core/flow.ts", "?.absent ? 1 : 0", "?.absent ? 0 : 1", "a choice looked through to the wrong side"),
  fault("core/everywhere.ts", "!fine.has(", "fine.has(", "a body of which one call is fine, blamed"),
  fault("core/rule.ts", 'set === "recommended" ? severity : "off"', "severity", "lints that nobody asked for"),
  fault("rules/bias-before-norm.ts", '"false");', '"true");', "a fix that writes the wrong word"),
  fault(
    "rules/adaptive-pool-not-exportable.ts",
    "% Number(size) > 0",
    "% Number(size) === 0",
    "what divides taken for what does not",
  ),
  fault(
    "rules/channels-off-tensor-core-multiple.ts",
    "isGiven || leadsOut(part)",
    "isGiven",
    "answers that are to fill tiles",
  ),
  fault(
    "rules/channels-off-tensor-core-multiple.ts",
    '&& args["groups"] !== channels',
    "",
    "filters of one channel that are to fill tiles",
  ),
  fault(
    "rules/costly-large-kernel.ts",
    "(steps - 1) * reads + gives",
    "steps * reads",
    "small filters that give as much as they read",
  ),
  fault("rules/first-stage-cost.ts", "spent / all > share", "spent / all < share", "cheap stages called dear"),
  fault("rules/foldable-norm.ts", 'startsWith("Batch")', 'includes("Norm")', "statistics that are not fixed, folded"),
  fault("analysis/analyse.ts", "!rule.waits || ", "", "lints that may speak beside an error, silenced"),
  fault("analysis/analyse.ts", "|| !isBesideError(step)", "|| true", "advice beside an error of its row"),
  fault("rules/even-kernel-shift.ts", "taps !== stride &&", "", "patches with a border, called shifted"),
  fault(
    "rules/representational-bottleneck.ts",
    "others(part).some((reader) => !squeezed(reader.part))",
    "false",
    "a gate called a bottleneck",
  ),
  fault("rules/same-input-twice.ts", "a.port === b.port", "true", "two halves of one layer taken for one tensor"),
  fault("rules/norm-on-single-value.ts", "if (ofSquares)", "if (false)", "a sign that is left, forgotten"),
];
