import { NETWORKS, type NetworkStatus } from '../../../pipeline/api/pipeline.ts';
import { say } from '../language/say.ts';

/** What a person calls a network. @param network its name in the pipeline, see `ownNetwork` */
export function networkName(network: string, own: NetworkStatus['own']): string {
  const shipped = NETWORKS.find((name) => name === network);
  if (shipped !== undefined) return say.network.names[shipped];
  const heads = own.find((kept) => kept.network === network);
  return heads === undefined ? say.training.unknown : say.network.own(heads.name, say.day(heads.card.trainedAt));
}
