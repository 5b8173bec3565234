/**
 * Where the States that have no shape at this scale are drawn as dots, as longitude and latitude in degrees.
 * These are positions for display only, some moved apart so that each can be seen and hit; they say nothing of
 * the place or extent of a territory.
 */
export const POINTS: Readonly<Record<string, readonly [longitude: number, latitude: number]>> = {
  AND: [0.6, 42.6],
  ATG: [-58.6, 18.6],
  BHR: [51.2, 26.6],
  BRB: [-56.6, 12.9],
  COK: [-159.8, -21.2],
  COM: [43.4, -11.9],
  CPV: [-23.9, 15.6],
  DMA: [-58.2, 15.6],
  FSM: [158.2, 6.9],
  GRD: [-61.9, 11.2],
  KIR: [174.2, 1.6],
  KNA: [-63.4, 19.2],
  LCA: [-60.2, 13.9],
  LIE: [9.6, 47.2],
  MCO: [6.6, 42.9],
  MDV: [73.4, 3.4],
  MHL: [170.4, 8.6],
  MLT: [14.4, 35.6],
  MUS: [57.6, -20.3],
  NIU: [-170.4, -19.4],
  NRU: [166.9, -0.8],
  PLW: [134.5, 7.5],
  SGP: [104.2, 0.7],
  SMR: [13.6, 44.6],
  STP: [6.4, 0.4],
  SYC: [55.5, -4.7],
  TON: [-174.8, -22.2],
  TUV: [178.4, -7.6],
  VAT: [11.2, 41.4],
  VCT: [-57.4, 10.8],
  WSM: [-172.4, -13.6],
}
