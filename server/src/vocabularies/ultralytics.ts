export { yolov5, yolov9 } from "./ultralytics-anchors";
export { yolov7 } from "./ultralytics-v7";
export { ultralytics83, ultralytics84, yolov10, yolov12 } from "./ultralytics-v8";
