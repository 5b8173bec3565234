import { memo, useMemo, useState } from 'react'
import { Button, ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components'
import { yearOf } from '../../core/calendar/index.ts'
import type { TreatyCard } from '../ask/answers.ts'
import { isNamed } from '../world.ts'

interface Props {
  readonly treaties: readonly TreatyCard[]
  readonly chosen: TreatyCard
  readonly choose: (id: string) => void
}

const matches = (card: TreatyCard, typed: string): boolean =>
  [card.title, card.shortName, card.id, ...card.names].some(name => isNamed(name, typed))

const Choice = ({ card }: { readonly card: TreatyCard }) => (
  <ListBoxItem id={card.id} textValue={card.title} className="choice">
    <span className="choice-short">{card.shortName}</span>
    <span className="choice-title">{card.title}</span>
    <span className="choice-year">{yearOf(card.adopted)}</span>
  </ListBoxItem>
)

/** The treaty asked about, found by any of its names. */
export const TreatyPicker = memo(({ treaties, chosen, choose }: Props) => {
  const [typed, setTyped] = useState<string | null>(null)
  const found = useMemo(
    () => (typed === null ? treaties : treaties.filter(card => matches(card, typed))),
    [treaties, typed],
  )
  return (
    <ComboBox
      className="field treaty-field"
      items={found}
      inputValue={typed ?? chosen.title}
      onInputChange={text => setTyped(text === chosen.title ? null : text)}
      selectedKey={chosen.id}
      onSelectionChange={key => {
        setTyped(null)
        if (typeof key === 'string' && key !== chosen.id) choose(key)
      }}
      onOpenChange={open => {
        if (!open) setTyped(null)
      }}
      menuTrigger="focus"
      allowsEmptyCollection
    >
      <Label>Treaty</Label>
      <div className="treaty-input">
        <Input onFocus={event => event.currentTarget.select()} title={chosen.title} spellCheck={false} />
        <Button aria-label="Show all treaties">▾</Button>
      </div>
      <p className="field-help">{chosen.about}</p>
      <Popover className="menu" offset={4}>
        <ListBox
          className="choices"
          renderEmptyState={() => <p className="empty">No treaty here has that name. Type fewer letters.</p>}
        >
          {(card: TreatyCard) => <Choice card={card} />}
        </ListBox>
      </Popover>
    </ComboBox>
  )
})
