import { Configuration, ImagesApi, ProblemFromJSON, ResponseError } from './image-service';

const images = new ImagesApi(
    new Configuration({ basePath: process.env.OS_ENDPOINT, apiKey: process.env.OS_TOKEN }),
);

/** Deletes an image: 204 is printed, or the status and the code of the problem. */
async function remove(imageId: string): Promise<void> {
    try {
        const answer = await images.deleteImageRaw({ imageId });
        console.log(answer.raw.status);
    } catch (e) {
        if (!(e instanceof ResponseError)) {
            throw e;
        }
        const problem = ProblemFromJSON(await e.response.json());
        console.log(problem.status, problem.code);
    }
}

remove(process.argv[2])
    .then(() => remove(process.argv[2]))
    .catch((e) => {
        console.error(e);
        process.exitCode = 1;
    });
