/** Where the authors of the modules document them, or show how they are made. */
export const blocks = "https://docs.ultralytics.com/reference/nn/modules/block/";
export const convolutions = "https://docs.ultralytics.com/reference/nn/modules/conv/";
export const yolov5 = "https://github.com/ultralytics/yolov5/blob/master/models/common.py";
export const yolov5Experimental = "https://github.com/ultralytics/yolov5/blob/master/models/experimental.py";
export const yolov7 = "https://github.com/WongKinYiu/yolov7/blob/main/models/common.py";
