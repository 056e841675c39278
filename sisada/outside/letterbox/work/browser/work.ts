// The worker's whole script, a file of our own origin: altcha's search by PBKDF2.
import "altcha/workers/pbkdf2";
