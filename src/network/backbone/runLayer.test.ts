import { testOnEachBackend } from '../../tools/onEachBackend.ts';
import { runLayerCases } from './runLayer.cases.ts';

testOnEachBackend(runLayerCases);
