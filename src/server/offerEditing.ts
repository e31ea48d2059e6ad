import { codeActions } from './codeActions.js';
import { codeLenses } from './codeLenses.js';
import { completions } from './completions.js';
import { hover } from './hover.js';
import type { JudgedDocument } from './JudgedDocument.js';
import { publishWorkspace } from './offerDiagnostics.js';
import { commands } from './offers.js';
import { rulePage } from './rulePages.js';
import type { Session } from './Session.js';

/** Answers what an editor asks about a place in a document: what to do, what is known, what may stand there. */
export function offerEditing(session: Session): void {
  const { connection, documents, judge, safely } = session;
  const judged = async (uri: string): Promise<JudgedDocument | undefined> => {
    const document = documents.get(uri);
    return document && judge.judge(document);
  };
  connection.onCodeAction(
    safely(
      'looking for fixes',
      async (params) => {
        const found = await judged(params.textDocument.uri);
        return found ? codeActions(params, found, session.features) : [];
      },
      [],
    ),
  );
  connection.onHover(
    safely(
      'explaining',
      async ({ textDocument, position }) => {
        const found = await judged(textDocument.uri);
        return found ? hover(position, found) : null;
      },
      null,
    ),
  );
  connection.onCompletion(
    safely(
      'completing',
      async ({ textDocument, position }) => {
        const document = documents.get(textDocument.uri);
        const found = await judged(textDocument.uri);
        return document && found ? completions(position, document, found) : [];
      },
      [],
    ),
  );
  connection.onCodeLens(
    safely(
      'summing up',
      async ({ textDocument }) => {
        const found = await judged(textDocument.uri);
        return found ? codeLenses(found) : [];
      },
      [],
    ),
  );
  connection.onExecuteCommand(
    safely(
      'carrying out a command',
      async ({ command, arguments: given = [] }, token) => {
        if (command === commands.openRulePage) await openPage(given, session);
        if (command === commands.lintWorkspace && !session.features.pullsDiagnostics)
          await publishWorkspace(session, token);
        return null;
      },
      null,
    ),
  );
}

/** @param given the rule and the language of its page. */
async function openPage([rule, language]: readonly unknown[], { connection, rulebook }: Session): Promise<void> {
  const known = rulebook.rules.find(({ id }) => id === rule);
  const page =
    known &&
    rulePage(
      known.id,
      Object.keys(known.page).find((tag) => tag === language),
    );
  if (page !== undefined) await connection.window.showDocument({ uri: page });
}
