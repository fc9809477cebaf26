import type { VocabularyGroup } from '../../network/detected/vocabularyFile.ts';

/**
 * The groups that the page lists categories in: COCO's own supercategories (Lin et al., "Microsoft COCO", 2014), in everyday words, with
 * PASCAL VOC's names where those are trained.
 */
const GROUPS = {
  people: 'person',
  animals: 'bird,cat,dog,horse,sheep,cow,elephant,bear,zebra,giraffe',
  vehicles: 'bicycle,car,motorbike,aeroplane,bus,train,truck,boat',
  outdoors: 'traffic light,fire hydrant,stop sign,parking meter,bench',
  accessories: 'backpack,umbrella,handbag,tie,suitcase',
  sports: 'frisbee,skis,snowboard,sports ball,kite,baseball bat,baseball glove,skateboard,surfboard,tennis racket',
  kitchen: 'bottle,wine glass,cup,fork,knife,spoon,bowl',
  food: 'banana,apple,sandwich,orange,broccoli,carrot,hot dog,pizza,donut,cake',
  furniture: 'chair,sofa,pottedplant,bed,diningtable,toilet',
  electronics: 'tvmonitor,laptop,mouse,remote,keyboard,cell phone',
  appliances: 'microwave,oven,toaster,sink,refrigerator',
  household: 'book,clock,vase,scissors,teddy bear,hair drier,toothbrush',
} as const;

export const CATEGORY_GROUPS: readonly VocabularyGroup[] = Object.entries(GROUPS).map(([name, categories]) => ({
  name,
  categories: categories.split(','),
}));
