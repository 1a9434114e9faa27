export { batchNorm1d } from "./normalisation";
