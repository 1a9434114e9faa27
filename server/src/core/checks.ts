import { type Check, error, hint, information, left, unfinished, warning } from "./check";
import { checksOfPython } from "./checks-of-python";

/** By id, which is also the name of the page. */
export const checks = {
  syntax: left(
    "unreadable",
    error("The text is not valid YAML or JSON.", "Only what can be read can be checked; the first mistake is shown."),
  ),
  "duplicate-key": left(
    "always",
    error("A key is written twice in one map.", "Only one of the two values is used, and nobody sees which."),
  ),
  "second-document": error("A file holds one model.", "What stands below a `---` in the middle is read by nobody."),
  "too-large": error(
    "The text is too large or too deep to be a model.",
    "Work is capped so that no file can stop the editor.",
  ),

  "unknown-framework": error(
    "The framework is not one that is known.",
    "Names, defaults and the order of axes depend on it.",
  ),
  "wrong-framework": error(
    "Most operators are those of another framework than the file is for.",
    "Every name, every default and the order of axes would be misread.",
  ),
  "unknown-key": error(
    "A key is none of those that mean something here.",
    "It is ignored, and its author believes it is not.",
  ),
  "missing-key": error(
    "A key is missing that a model cannot do without.",
    "Without an input and layers nothing can be inferred.",
  ),
  "wrong-card": error(
    "A card of a deck cannot be read, or says what does not hold.",
    "Whoever learns from it learns a mistake.",
  ),
  "wrong-input": error("An input is a list of sizes without the batch.", "Every shape is inferred from it."),
  "wrong-layer": error(
    "An item of a list of layers is no layer.",
    "A layer is an operator's name, or a map that begins with one.",
  ),
  "wrong-name": error(
    "A name is not of letters, digits and underscores.",
    "Names are used in `from` and in expressions.",
  ),
  "duplicate-name": error("Two layers of one list have the same name.", "A reference would have two meanings."),
  "unknown-layer": error(
    "A reference leads to no layer above.",
    "A layer can only read what has been computed before it.",
  ),
  "wrong-from": error(
    "A reference is neither a name nor a negative number.",
    "Numbers counted from the start shift when a layer is inserted.",
  ),
  "wrong-repeat": error("A number of repetitions is no whole number.", "Layers are repeated a whole number of times."),
  "wrong-expression": error(
    "An expression cannot be computed.",
    "Expressions are arithmetic over parameters and sizes.",
  ),
  "missing-colon": left(
    "line",
    error("A colon is missing behind a key.", "YAML reads the key and what belongs to it as one text."),
  ),
  "missing-space": left(
    "line",
    error("A space is missing behind a colon.", "YAML reads what was meant as a key and its value as one word."),
  ),
  "missing-comma": left(
    "line",
    error("A comma is missing inside brackets.", "YAML reads two values as one text, or does not read them at all."),
  ),
  "wrong-indent": left(
    "line",
    error("A line stands further in or out than it means.", "It becomes part of something else."),
  ),
  "tab-indentation": left(
    "line",
    error("A line is indented with tabs.", "YAML takes only spaces, since tabs have no width of their own."),
  ),
  "look-alike-character": left(
    "line",
    error(
      "A character only looks like the one that YAML needs.",
      "A full-width comma or a no-break space is a letter to YAML.",
    ),
  ),
  "positional-arguments": error(
    "Arguments of a layer are a map with names.",
    "Positions differ between frameworks and versions.",
  ),
  "block-contains-itself": error("A block calls itself.", "It would never end."),
  "block-named-as-operator": error(
    "A block has the name of an operator.",
    "A reader could not tell which of the two is meant.",
  ),
  "too-many-layers": error(
    "A model has too many layers after expansion.",
    "Work is capped so that no file can stop the editor.",
  ),

  "row-has-four-entries": error(
    "A row is `[from, repeats, module, args]`.",
    "The parser unpacks exactly four entries.",
  ),
  "wrong-row": error("An entry of a row is of the wrong kind.", "The parser calculates with it."),
  "wrong-scale": error(
    "An entry of `scales` is `[depth, width, max_channels]`.",
    "The parser unpacks exactly three numbers.",
  ),

  "activation-as-text": warning(
    "An activation among the arguments of a row is a text or a class, and the block has none.",
    "A block takes True or a module for its activation; with anything else it is linear.",
  ),
  "classes-not-nc": warning(
    "A head has a number of classes of its own, which is not `nc`.",
    "The trainer puts the number of classes of the data set into `nc`. A head that does not read it keeps its own: too few, and the loss fails; too many, and the rest is never trained.",
  ),
  "data-classes-differ": information(
    "A data file beside a model has another number of classes.",
    "The trainer builds the model for the data, so that its head and its parameters are others than the file says.",
  ),
  "data-classes-equal-width": warning(
    "The number of classes in a data file beside a model equals a width that is then not scaled.",
    "The parser takes a width equal to it for the classes themselves, and silently builds a larger model.",
  ),
  "data-kpt-shape-differs": information(
    "A data file beside a model has another `kpt_shape`.",
    "The trainer builds the model for the data.",
  ),
  "data-without-kpt-shape": warning(
    "A data file beside a model with a head for poses has no `kpt_shape`.",
    "The trainer takes it from there and stops without it, whatever the model file says.",
  ),
  "from-brackets": error(
    "What a module reads is a list where it must be one number, or the other way round.",
    "The parser goes through it, or looks it up, and fails at either.",
  ),
  "ignored-key": warning(
    "The library ignores a key of the file.",
    "Its author believes that it counts; the model is built as if it were not there.",
  ),
  "key-twice": warning(
    "A key of a model file is written twice, and the library takes the last.",
    "The other is still read by people, who change it and wonder why nothing changes.",
  ),
  "number-as-flag": warning(
    "A number stands where true or false is meant.",
    "Python takes any number but 0 for true; most often the arguments are one place off.",
  ),
  "shared-activation": information(
    "The activation that all blocks share has weights.",
    "They count once for the whole model, so that no row has parameters of its own that could be said.",
  ),
  "no-scale-letter": hint(
    "The name of a file with scales says none of them.",
    "The library looks for the letter in the name, and takes the first scale where it finds none.",
  ),
  "parser-variable": warning(
    "A word among the arguments of a row is a variable of the parser.",
    "The parser puts the value of its variable there, whatever the word was meant to say.",
  ),
  "python-scalar": warning(
    "A plain word or number means something else to PyYAML than to its reader.",
    "PyYAML follows YAML 1.1, where `064` is 52, `12:30` is 750 and `on` is true.",
  ),
  "row-number-comment": warning(
    "A comment numbers a row wrongly.",
    "People read in these numbers which row another one takes, and write the wrong one.",
  ),
  "width-equals-nc": warning(
    "A width of a row equals the number of classes, and is not scaled for it.",
    "The library takes it for the output of a classifier. The rows stay as wide as they are written, and a data set with another number of classes gives another model.",
  ),
  "unknown-scale": error(
    "The name of a file asks for a scale that it has not.",
    "The library looks the letter up in `scales`, and refuses the file.",
  ),
  "wrong-activation": error(
    "The key `activation` gives no activation.",
    "It is evaluated as Python, and has to give an instance of a module.",
  ),

  "stated-shape-wrong": warning(
    "A comment states another shape or count than its layer has.",
    "It was true once, or was worked out wrongly; whoever reads it builds on it.",
  ),
  "shifted-rows": warning(
    "Rows have come in or gone, and numbers below still count as before.",
    "Each of them means another row than it did, and the model may still build.",
  ),

  "unknown-operator": error(
    "No operator or block has this name.",
    "Its output is unknown, and with it all that follows.",
  ),
  "unknown-argument": error("An operator has no argument of this name.", "The framework refuses it."),
  "missing-argument": unfinished("An argument without a default is missing.", "The framework refuses the call."),
  "wrong-argument": error(
    "A value is not of the kind that the argument takes.",
    "The framework refuses it or computes something else.",
  ),
  "wrong-arity": unfinished("A layer reads more or fewer tensors than it takes.", "The framework refuses the call."),
  "wrong-rank": error("An input has another number of axes than the layer reads.", "The framework refuses it."),
  "stated-size": error(
    "A size written by hand is not the one that arrives.",
    "The weights are built for a size that never comes.",
  ),
  "copies-fit-each-other": error(
    "A row is repeated as a chain of copies that do not fit one another.",
    "All copies are built alike, so that each must give what it takes.",
  ),
  "told-channels": error(
    "The channels of the input are written where the parser puts them in by itself.",
    "Every argument behind them is read as the one after it.",
  ),
  "untold-channels": error(
    "The channels of the input are not written where the parser does not put them in.",
    "Every argument is read as the one before it.",
  ),
  "uncounted-channels": error(
    "A row gives another number of channels than the parser counts behind it.",
    "Rows that read it are built for a number that never comes.",
  ),

  ...checksOfPython,

  "unused-suppression": warning("A comment suppresses nothing.", "It would silence a problem that comes later."),
  "unknown-rule": warning("A setting or comment names no rule.", "It changes nothing."),
  "unused-override": information("No file has the name that an override is for.", "It changes nothing."),
  "wrong-version": error(
    "The configuration is written for another version of ConvLint.",
    "What it says may mean something else here, or nothing.",
  ),
  "no-such-scale": information(
    "A model has none of the sizes that the configuration asks for.",
    "All of them are looked at, which the configuration did not want.",
  ),
  "unknown-setting": error(
    "The configuration has no such setting.",
    "It changes nothing, and its author believes it does.",
  ),
  "wrong-setting": error("The value of a setting is not of its kind.", "The setting keeps its default."),
} as const satisfies { readonly [id: string]: Check };

export type CheckId = keyof typeof checks;
