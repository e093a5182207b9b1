import type { DurationMs, EpochMs } from '../core/time.ts';
import type { Recipe } from '../groups/recipe.ts';
import type {
  Answer,
  Arrangement,
  Attribute,
  EarlierSplit,
  Group,
  KeyIdea,
  Language,
  Link,
  Options,
  Role,
  SavedRecipe,
  Slot,
  WallOrder,
} from './state.ts';

type InGroup = { readonly slotId: string; readonly groupId: string };

/** Facts: what happened, with its result, so that replaying never has to decide again. No names of people: ids only. */
export type WorkshopEvent =
  | {
      readonly kind: 'WorkshopCreated';
      readonly workshopId: string;
      readonly title: string;
      readonly date?: string;
      readonly language: Language;
      readonly timeZone: string;
      readonly options: Options;
    }
  | { readonly kind: 'WorkshopRenamed'; readonly title: string }
  | { readonly kind: 'OptionsChosen'; readonly options: Options }
  /** From now on answers may be sent to this endpoint, and to no other. */
  | { readonly kind: 'LanguageModelAllowed'; readonly endpointHost: string }
  | { readonly kind: 'LanguageModelForbidden' }
  | { readonly kind: 'SlotAdded'; readonly slot: Slot; readonly index: number }
  | { readonly kind: 'SlotRevised'; readonly slot: Slot }
  | { readonly kind: 'SlotMoved'; readonly slotId: string; readonly index: number }
  | { readonly kind: 'SlotRemoved'; readonly slotId: string }
  | { readonly kind: 'GroupAdded'; readonly group: Group }
  | { readonly kind: 'GroupRevised'; readonly group: Group }
  | { readonly kind: 'GroupRemoved'; readonly groupId: string }
  | { readonly kind: 'LinkIssued'; readonly link: Link }
  | { readonly kind: 'LinkRevoked'; readonly linkId: string }
  | {
      readonly kind: 'PersonJoined';
      readonly personId: string;
      readonly role: Role;
      readonly linkId: string;
      readonly groupId?: string;
    }
  /** Their name or organisation changed: the words stand in the table of people. */
  | { readonly kind: 'PersonRevised'; readonly personId: string }
  | { readonly kind: 'PersonRemoved'; readonly personId: string }
  | { readonly kind: 'PeopleExpected'; readonly personIds: readonly string[] }
  | { readonly kind: 'ExpectedForgotten'; readonly personIds: readonly string[] }
  /** Whoever was expected has come: as that person, who takes their place. */
  | { readonly kind: 'PersonMatched'; readonly personId: string; readonly expectedId: string }
  | { readonly kind: 'AttributesChosen'; readonly attributes: readonly Attribute[] }
  | { readonly kind: 'AnimatorNamed'; readonly personId: string; readonly groupId: string }
  | { readonly kind: 'AnimatorReleased'; readonly personId: string }
  | { readonly kind: 'RecipeSaved'; readonly saved: SavedRecipe }
  | { readonly kind: 'RecipeDropped'; readonly recipeId: string }
  | { readonly kind: 'EarlierGroupsNoted'; readonly earlier: EarlierSplit }
  | { readonly kind: 'EarlierGroupsForgotten'; readonly earlierId: string }
  | { readonly kind: 'AgendaStarted'; readonly planOrigin: EpochMs }
  | { readonly kind: 'SlotStarted'; readonly slotId: string; readonly endsAt: EpochMs }
  | { readonly kind: 'SlotEnded'; readonly slotId: string; readonly leftMs: DurationMs }
  | { readonly kind: 'AgendaPaused'; readonly remainingMs: DurationMs }
  | { readonly kind: 'AgendaResumed'; readonly endsAt: EpochMs }
  | { readonly kind: 'SlotExtended'; readonly slotId: string; readonly endsAt: EpochMs; readonly byMs: DurationMs }
  | { readonly kind: 'SlotShortened'; readonly slotId: string; readonly endsAt: EpochMs; readonly byMs: DurationMs }
  | {
      readonly kind: 'DelayAbsorbed';
      readonly cuts: readonly { readonly slotId: string; readonly allottedMs: DurationMs }[];
    }
  | { readonly kind: 'WorkshopEnded' }
  | {
      readonly kind: 'GroupsFormed';
      readonly slotId: string;
      readonly placements: Readonly<Record<string, string>>;
      readonly recipe?: Recipe;
    }
  | { readonly kind: 'PersonPlaced'; readonly slotId: string; readonly personId: string; readonly groupId: string }
  | { readonly kind: 'PersonUnplaced'; readonly slotId: string; readonly personId: string }
  | {
      readonly kind: 'ChoiceOffered';
      readonly slotId: string;
      readonly capacities: Readonly<Record<string, number>>;
      /** By which whoever does not choose is placed: no group takes more than was offered. */
      readonly recipe: Recipe;
    }
  | { readonly kind: 'ChoiceClosed'; readonly slotId: string }
  | {
      readonly kind: 'GroupsMerged';
      readonly slotId: string;
      readonly fromGroupId: string;
      readonly intoGroupId: string;
    }
  | { readonly kind: 'BreakoutOpened'; readonly slotId: string }
  | { readonly kind: 'BreakoutClosed'; readonly slotId: string; readonly answersUntil: EpochMs }
  | { readonly kind: 'ArrivalNoted'; readonly slotId: string; readonly personId: string }
  | { readonly kind: 'ArrivalCleared'; readonly slotId: string; readonly personId: string }
  | ({ readonly kind: 'HelpCalled'; readonly callId: string; readonly by: string; readonly text: string } & InGroup)
  | ({ readonly kind: 'HelpAnswered' } & InGroup)
  | {
      readonly kind: 'AnnouncementMade';
      readonly announcementId: string;
      readonly text: string;
      readonly groupIds?: readonly string[];
    }
  | ({
      readonly kind: 'AnswerPosted';
      readonly answer: Pick<Answer, 'id' | 'promptIndex' | 'authorId' | 'text'>;
    } & InGroup)
  | ({ readonly kind: 'AnswerEdited'; readonly answerId: string; readonly text: string } & InGroup)
  | ({ readonly kind: 'AnswerWithdrawn'; readonly answerId: string } & InGroup)
  | ({ readonly kind: 'AnswerSupported'; readonly answerId: string; readonly personId: string } & InGroup)
  | ({ readonly kind: 'SupportWithdrawn'; readonly answerId: string; readonly personId: string } & InGroup)
  | ({ readonly kind: 'KeyIdeaDrafted'; readonly keyIdea: KeyIdea } & InGroup)
  | ({ readonly kind: 'KeyIdeaRevised'; readonly keyIdea: Omit<KeyIdea, 'lens'> } & InGroup)
  | ({ readonly kind: 'KeyIdeaDropped'; readonly keyIdeaId: string } & InGroup)
  | ({ readonly kind: 'KeyIdeasSubmitted'; readonly keyIdeaIds: readonly string[] } & InGroup)
  | ({ readonly kind: 'KeyIdeasReopened' } & InGroup)
  | ({ readonly kind: 'LensPut'; readonly keyIdeaId: string; readonly lens?: string } & InGroup)
  | ({ readonly kind: 'ThemesArranged'; readonly arrangement: Arrangement } & InGroup)
  | {
      readonly kind: 'RestitutionOrdered';
      readonly slotId: string;
      readonly breakoutSlotId: string;
      readonly order: readonly string[];
    }
  | {
      readonly kind: 'GroupPresented';
      readonly slotId: string;
      readonly breakoutSlotId: string;
      readonly groupId: string;
      readonly endsAt: EpochMs;
    }
  | {
      readonly kind: 'WallShown';
      readonly slotId: string;
      readonly breakoutSlotId: string;
      /** Absent in logs older than the other ways: by group. */
      readonly by?: WallOrder;
    };

/** An event in its place in the log. */
export interface Fact {
  readonly version: number;
  readonly at: EpochMs;
  readonly actorId: string;
  readonly commandId: string;
  readonly event: WorkshopEvent;
}
