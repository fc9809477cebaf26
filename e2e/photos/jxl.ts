/** A JPEG XL of 64 × 48 pixels, drawn for this purpose and compressed with cjxl 0.7: browsers that cannot show one cannot write one either. */
const SCENE =
  '/wrLQEJxIQoBAACwAQA4AFgAWEo4QLztoosMOMsCikAReIk5RMAxBkPRETGMohMAyp0EDHoAABCVl4JiB7Feufv7T1DTd0HQgsWgxFysDsLnFTkr3jhnzfsX5JQ2hScEM4tvkINfFHyRwlglZZXkAEEhGmhGQWBoAODDBKIBACQCURwAAFSojDJu8HKu58sPHRbTNq4ztNW2hSWJUApJJCX0wkv7lgIAmDL78337YmHExIQDgAIKFCigRyukwBmwkjFjjBljjNn+YQDwBY8LFdKoF/KOc+e6Mo7VCm41/XzorbK2GrR5pcnfzbf48y0HagBYuLBrFwDf/lMX1cPpPHTJYZTBUVkKkj4=';

export function sceneJxl(): Buffer {
  return Buffer.from(SCENE, 'base64');
}
