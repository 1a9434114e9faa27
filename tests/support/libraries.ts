/** The dialect of each library whose models were recorded, by the folder of the record. */
export const dialects: { readonly [repo: string]: string } = {
  ultra83: "ultralytics-8.3",
  ultra84: "ultralytics-8.4",
  yolov5: "yolov5",
  yolov7: "yolov7",
  yolov9: "yolov9",
};
