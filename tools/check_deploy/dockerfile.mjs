// node dockerfile.mjs FILE…: faults of Dockerfiles as file:line: what; exit 1 when there are any.
import {readFileSync} from 'node:fs';
import {validate} from 'dockerfile-utils';

let faults = 0;
for (const file of process.argv.slice(2)) {
    for (const fault of validate(readFileSync(file, 'utf8'))) {
        console.error(`${file}:${fault.range.start.line + 1}: ${fault.message}`);
        ++faults;
    }
}
process.exit(faults ? 1 : 0);
