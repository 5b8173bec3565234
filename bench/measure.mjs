export const median = values => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]

export const timed = work => {
  const start = performance.now()
  work()
  return performance.now() - start
}

export const milliseconds = async work => {
  const start = performance.now()
  await work()
  return performance.now() - start
}

/** Whole numbers below n that are the same in every run. */
export const randomFrom = seed => {
  let state = seed
  return n => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * n)
  }
}

export const row = (what, figure, note = '') =>
  console.log(`${what.padEnd(58)} ${figure.padStart(22)}   ${note}`)
