import { expect, slowTest } from './clinic-test.ts';

slowTest(
  'the accessibility tree of an answer: before, while it grows, stopped',
  async ({ clinic, page }) => {
    const conversation = page.getByRole('region', { name: 'Conversation' });
    const announced = conversation.getByRole('status');
    await expect(conversation).toMatchAriaSnapshot(`
      - region "Conversation":
        - heading "What is the question?" [level=2]
        - paragraph
        - list "Example questions":
          - listitem:
            - button
        - list
        - status
    `);
    await expect(announced).toHaveText('');
    await expect(announced).toHaveAttribute('aria-live', 'polite');

    await clinic.ask('Tell me everything.');
    await clinic.hasGrown(60);
    await expect(conversation).toMatchAriaSnapshot(`
      - list:
        - listitem:
          - article "You":
            - paragraph: Tell me everything.
            - button "Quote"
        - listitem:
          - article "AI draft, not reviewed":
            - paragraph: AI draft, not reviewed
            - paragraph
            - paragraph: /Writing…/
      - status
    `);
    await expect(announced).toHaveText(/\.$/); // that it begins, or whole sentences
    const answer = clinic.answers.last();
    await expect(answer).toHaveAttribute('aria-busy', 'true');
    await expect(answer.getByRole('button')).toHaveCount(0); // nothing to review yet

    await clinic.stopButton.press('Enter');
    await clinic.isFinished();
    await expect(conversation).toMatchAriaSnapshot(`
      - list:
        - listitem:
          - article "You"
        - listitem:
          - article "AI draft, not reviewed":
            - paragraph: AI draft, not reviewed
            - paragraph
            - paragraph: You stopped this answer here.
            - button "Continue the answer"
            - button "Copy"
            - button "Quote"
            - button "Regenerate"
            - 'button "Reviewed: accept"'
            - 'button "Reviewed: correct it"'
            - 'button "Reviewed: reject"'
            - list "Where this answer came from"
    `);
    await expect(announced).toHaveText(/Stopped\.$/);
  },
);
