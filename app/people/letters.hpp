// Letters that the installation writes. Leaving one is part of a transaction; writing and sending it comes later, on a
// worker: only then the account is looked for and the link made, so that what asks for a letter tells nobody whether
// there is an account, and no secret lies in a queue. Links stand behind a "#": no server or proxy ever sees them.
#pragma once

#include "app/access/office.hpp"
#include "app/ports/mail.hpp"

namespace praxis::app {

struct LetterWish {
    Occasion occasion = Occasion::invitation;
    std::string person;          // or …
    std::string email, company;  // what somebody typed
};
// Does nothing where no mail is sent: a letter that waited for years would be written one day.
void leave_letter(Office&, Registers&, const std::string& tenant, const LetterWish&);

// Sends the letter, or does nothing when nobody is meant any more. One that belongs to no company yet, because whoever
// asked for it is not to hear whether there is such an account, is left once more as its company's, so that an admin
// sees what becomes of it. Throws MailTrouble; may be called again then.
void deliver_letter(Office&, Mail&, const LetterErrand&);

// Makes a link of this purpose for the person, within a transaction: the address to open.
std::string link_for(Office&, Registers&, const Person&, LinkPurpose);

}  // namespace praxis::app
