export { known } from "../derive/known";
