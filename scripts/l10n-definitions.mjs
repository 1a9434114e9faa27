// The fixed texts of definitions, collected from the objects themselves, with what is made of them as they are loaded.

/** By room: texts of operators, of rules and checks, of settings, and of the command. */
export function definitionsOf({
  vocabularies,
  ops,
  withPages,
  wordsOf: saidAs,
  rules,
  checks,
  settings,
  moduleKeys,
  builtIn,
  commandPages,
  showDefault,
  spokenTexts,
  zoo,
}) {
  // Those of all frameworks, also of what one library has that is composed of the others.
  const spellings = [
    ...vocabularies.flatMap(({ spellings }) => [...spellings.values()]),
    ...withPages.flatMap((op) => saidAs(op).map(({ spelling }) => spelling)),
  ];
  const own = [...new Set([...Object.values(ops), ...withPages, ...spellings.map(({ op }) => op)])];
  const params = [...own, ...spellings].flatMap(({ params }) => Object.values(params));
  const options = rules.flatMap((rule) => Object.values(rule.options));
  const followed = (param) => (typeof param.default?.of === "function" ? [showDefault(param)] : []);
  const wordsOf = (all) => sorted(all.flatMap((param) => [param.type.label, param.unit, ...followed(param)]));
  const pages = Object.values(commandPages);
  return {
    core: sorted(Object.values(spokenTexts)),
    "operator-summaries": sorted(own.flatMap(({ summary, formula }) => [summary, formula])),
    "operator-constraints": sorted([...own, ...spellings].flatMap(({ constraints }) => Object.values(constraints))),
    "operator-arguments": sorted(params.map(({ doc }) => doc)),
    zoo: sorted(zoo().map(({ shows }) => shows)),
    "operator-values": wordsOf([...params, ...options]),
    "rule-pages": sorted([
      ...rules.flatMap(({ summary, why }) => [summary, why]),
      ...Object.values(checks).flatMap(({ summary, why }) => [summary, why]),
      ...options.map(({ doc }) => doc),
    ]),
    settings: sorted([...textsIn(settings), ...moduleKeys.map(({ doc }) => doc)]),
    deck: sorted(
      builtIn().cards.flatMap(({ question, answer, textSays, correction }) => [question, answer, textSays, correction]),
    ),
    help: sorted(
      pages.flatMap(({ summary, about, options, exit, examples }) => [
        summary,
        ...about,
        ...Object.values(options).flatMap(({ doc, group }) => [doc, `${group}:`]),
        ...exit.map(([, meaning]) => meaning),
        ...examples.map(([, meaning]) => meaning),
      ]),
    ),
  };
}

const sorted = (texts) => [...new Set(texts.filter((text) => typeof text === "string" && text !== ""))].sort();

/** Sentences of tables: whatever is said in `doc`, `takes` or `default`, and the values of plain tables of sentences. */
const told = new Set(["doc", "takes", "default"]);
function textsIn(value, key = "") {
  if (typeof value === "string") return told.has(key) || /[a-z] [a-z].*\.$/.test(value) ? [value] : [];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, one]) => textsIn(one, name));
}
