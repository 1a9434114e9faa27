import { type Message, render } from "../core/message";

/** What goes wrong and is told to a person, in their language; `message` is the English for everybody else. */
export class Told extends Error {
  readonly told: Message;

  constructor(told: Message) {
    super(render(told));
    this.told = told;
  }
}
